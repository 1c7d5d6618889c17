/** Colours of the look: paper, ink, jade for what one does, seal red for the mark and what is late. */
export const COLOUR = {
  ground: '#f5f4f0',
  card: '#ffffff',
  ink: '#1d2524',
  soft: '#5f6a67',
  line: '#e4e2db',
  jade: '#1f5f5b',
  onJade: '#ffffff',
  seal: '#b93a2b',
  onSeal: '#ffffff',
  amber: '#8a5a10',
  rail: '#c9c6bc',
  quote: '#f1f5f4',
};

export const FONT = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',Helvetica,Arial,sans-serif";
export const SERIF = "'Songti SC',STSong,SimSun,'Noto Serif CJK SC',serif";

/** Dark colours from the same roles. `!important` because only that beats inline styles. */
export const DARK_STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media only screen and (max-width:480px){.outer{padding:0!important}.pad{padding-left:20px!important;padding-right:20px!important}.card{border-radius:0!important;border-left:0!important;border-right:0!important}.choice{display:block!important;width:100%!important;padding:0 0 10px!important}}
@media (prefers-color-scheme:dark){.ground{background:#141817!important}.card{background:#1d2322!important;border-color:#363e3c!important}.line{border-color:#363e3c!important}.ink{color:#e9edeb!important}.soft{color:#a3afab!important}.jade{color:#86c7be!important}.seal{color:#f0968a!important}.amber{color:#e2b25f!important}.quote{background:#26302e!important}.button-plain{background:#1d2322!important;border-color:#86c7be!important;color:#86c7be!important}.button-refuse{background:#1d2322!important;border-color:#f0968a!important;color:#f0968a!important}.dot{background:#86c7be!important;border-color:#86c7be!important}.dot-now{background:#1d2322!important;border-color:#86c7be!important}.dot-future{background:#1d2322!important;border-color:#5a6461!important}.rail-done{background:#86c7be!important}.rail{background:#5a6461!important}}
`.trim();
