/** Who tries the demo: every role, in the units of domain.md §2. Names are invented. */
import type { Role } from '../processes/case.ts';

export interface DemoUnit {
  id: string;
  name: string;
  nameEn: string;
  kind: 'school' | 'enterprise';
  /** Full-time teachers, for the dual-qualified ratio. */
  fullTime?: number;
}

export interface DemoPerson {
  /** Local part of the address; the rest is `@dazu.example`. */
  login: string;
  name: string;
  memberships: [unitId: string, role: Role][];
  /** Leading industries an expert judges. */
  fields?: string[];
}

export const demoUnits: DemoUnit[] = [
  {
    id: 'dazu-zhijiao',
    name: '大足职教中心',
    nameEn: 'Dazu Vocational Education Centre',
    kind: 'school',
    fullTime: 186,
  },
  {
    id: 'shuangqiao-zhiye',
    name: '双桥职业学校',
    nameEn: 'Shuangqiao Vocational School',
    kind: 'school',
    fullTime: 94,
  },
  { id: 'longshui-wujin', name: '龙水五金智造有限公司', nameEn: 'Longshui Hardware Manufacturing', kind: 'enterprise' },
];

export const demoPeople: DemoPerson[] = [
  ...one('wang.min', '王敏', 'dazu-zhijiao', 'teacher'),
  ...one('liu.yang', '刘洋', 'dazu-zhijiao', 'teacher'),
  ...one('chen.jing', '陈静', 'dazu-zhijiao', 'teacher'),
  ...one('zhao.lei', '赵磊', 'shuangqiao-zhiye', 'teacher'),
  ...one('sun.yan', '孙燕', 'shuangqiao-zhiye', 'teacher'),
  ...one('zhou.hong', '周红', 'dazu-zhijiao', 'reviewer'),
  ...one('wu.qiang', '吴强', 'dazu-zhijiao', 'reviewer'),
  ...one('zheng.hua', '郑华', 'dazu-zhijiao', 'principal'),
  ...one('feng.juan', '冯娟', 'dazu-zhijiao', 'clerk'),
  ...one('gao.fen', '高芬', 'dazu-zhijiao', 'finance'),
  ...one('xu.ping', '许平', 'shuangqiao-zhiye', 'reviewer'),
  ...one('he.bin', '何斌', 'shuangqiao-zhiye', 'principal'),
  ...one('cai.yun', '蔡芸', 'shuangqiao-zhiye', 'finance'),
  ...one('lv.fang', '吕芳', 'jiaowei', 'reviewer'),
  ...one('shi.lei', '施蕾', 'jiaowei', 'reviewer'),
  ...one('zhang.jianguo', '张建国', 'jiaowei', 'leader'),
  ...one('kong.xin', '孔欣', 'jiaowei', 'administrator'),
  ...one('cao.wei', '曹伟', 'jiaowei', 'secretariat'),
  ...one('ding.hao', '丁浩', 'shuangqiao-zhiye', 'clerk'),
  // Who countersigns for the other units (三(四)2).
  ...one('liang.jing', '梁静', 'zuzhibu', 'reviewer'),
  ...one('song.tao', '宋涛', 'kejiju', 'reviewer'),
  ...one('tang.li', '唐丽', 'jingxinwei', 'reviewer'),
  ...one('han.xue', '韩雪', 'caizhengju', 'reviewer'),
  ...one('deng.bo', '邓波', 'rensheju', 'reviewer'),
  ...one('xiao.ming', '萧明', 'zhujianwei', 'reviewer'),
  ...one('dong.ping', '董平', 'shuiwuju', 'reviewer'),
  ...one('yan.li', '严丽', 'caizhengju', 'fund-manager'),
  ...one('hua.tao', '华涛', 'caizhengju', 'auditor'),
  // Members of the joint meeting (四(二)): who sends topics and takes action items, who leads, who signs the minutes.
  ...one('gu.ting', '顾婷', 'jiaowei', 'clerk'),
  ...one('mao.yu', '毛宇', 'zuzhibu', 'clerk'),
  ...one('hou.yong', '侯勇', 'zuzhibu', 'leader'),
  ...one('shen.qi', '沈琪', 'kejiju', 'clerk'),
  ...one('meng.fan', '孟凡', 'kejiju', 'leader'),
  ...one('lu.chao', '卢超', 'jingxinwei', 'clerk'),
  ...one('long.hai', '龙海', 'jingxinwei', 'leader'),
  ...one('jia.ning', '贾宁', 'caizhengju', 'clerk'),
  ...one('duan.hong', '段宏', 'caizhengju', 'leader'),
  ...one('wan.fei', '万菲', 'rensheju', 'clerk'),
  ...one('lei.ming', '雷鸣', 'rensheju', 'leader'),
  ...one('qian.duo', '钱铎', 'zhujianwei', 'clerk'),
  ...one('shi.jian', '史健', 'zhujianwei', 'leader'),
  ...one('tan.rui', '谭睿', 'shuiwuju', 'clerk'),
  ...one('he.wei', '贺伟', 'shuiwuju', 'leader'),
  ...one('yu.hang', '余航', 'fagaiwei', 'clerk'),
  ...one('gong.li', '龚丽', 'fagaiwei', 'leader'),
  ...one('fan.qing', '范青', 'fagaiwei', 'reviewer'),
  ...one('pan.yue', '潘月', 'nongyewei', 'clerk'),
  ...one('cheng.yi', '程毅', 'nongyewei', 'leader'),
  ...one('peng.tian', '彭田', 'nongyewei', 'reviewer'),
  ...one('dai.xin', '戴欣', 'waiban', 'clerk'),
  ...one('zou.min', '邹敏', 'waiban', 'leader'),
  ...one('lu.yao', '陆遥', 'waiban', 'reviewer'),
  ...expert('jin.song', '金松', 'dazu-zhijiao', ['汽摩']),
  ...expert('wei.na', '魏娜', 'shuangqiao-zhiye', ['智能']),
  ...expert('tao.jun', '陶军', 'rensheju', ['五金', '汽摩']),
  ...expert('jiang.mei', '姜梅', 'kejiju', ['智能']),
  ...expert('qi.feng', '戚峰', 'jingxinwei', ['五金', '锶盐']),
  ...expert('xie.lan', '谢岚', 'fagaiwei', ['静脉']),
  ...expert('zou.kai', '邹凯', 'nongyewei', ['文创']),
  ...expert('bai.xue', '柏雪', 'zhujianwei', ['智能', '五金']),
  ...expert('dou.yong', '窦勇', 'longshui-wujin', ['五金']),
  ...expert('zhang.li', '章丽', 'shuiwuju', ['文创']),
];

function one(login: string, name: string, unitId: string, role: Role): DemoPerson[] {
  return [{ login, name, memberships: [[unitId, role]] }];
}

function expert(login: string, name: string, unitId: string, fields: string[]): DemoPerson[] {
  return [{ login, name, memberships: [[unitId, 'expert']], fields }];
}
