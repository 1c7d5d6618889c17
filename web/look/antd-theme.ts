/** antd's tokens from the roles in roles.css, light and dark. */
import { theme, type ThemeConfig } from 'antd';

const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif';
const shared = {
  borderRadius: 6,
  borderRadiusLG: 8,
  fontSize: 14,
  lineHeight: 1.65,
  controlHeight: 36,
  fontFamily,
  wireframe: false,
};

export const lightTheme: ThemeConfig = {
  token: {
    ...shared,
    colorPrimary: '#1f5f5b',
    colorLink: '#1f5f5b',
    colorError: '#b93a2b',
    colorWarning: '#8a590f',
    colorSuccess: '#2a7147',
    colorInfo: '#2b6a8f',
    colorTextBase: '#1d2524',
    colorTextSecondary: '#5f6967',
    colorTextTertiary: '#5f6967',
    colorTextDescription: '#5f6967',
    colorTextPlaceholder: '#6f7876',
    colorBgLayout: '#f5f4f0',
    colorBorder: '#d6d3ca',
    colorBorderSecondary: '#e4e2db',
  },
  components: {
    Table: { headerBg: '#faf9f6', headerColor: '#5f6967', rowHoverBg: '#f3f6f5', cellPaddingBlock: 14 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
};

export const darkTheme: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#2f8b83',
    colorLink: '#72bdb3',
    colorError: '#ff9080',
    colorWarning: '#e0ab5c',
    colorSuccess: '#7cc698',
    colorInfo: '#7fb6d8',
    colorTextBase: '#e4e9e7',
    colorTextSecondary: '#9aa6a3',
    colorTextTertiary: '#9aa6a3',
    colorTextDescription: '#9aa6a3',
    colorTextPlaceholder: '#8b9794',
    colorBgBase: '#141817',
    colorBgLayout: '#141817',
    colorBgContainer: '#1c2221',
    colorBgElevated: '#222a28',
    colorBorder: '#3f4947',
    colorBorderSecondary: '#303836',
  },
  components: {
    Table: { headerBg: '#202726', headerColor: '#9aa6a3', rowHoverBg: '#222a28', cellPaddingBlock: 14 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
};
