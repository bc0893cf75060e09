import type { ThemeConfig } from 'antd';

const FONTS = [
  'system-ui',
  '-apple-system',
  '"Segoe UI"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  '"WenQuanYi Zen Hei"',
  'sans-serif',
].join(', ');

/** The look of everything, in Ant Design's tokens; page.css takes the same values from its variables. */
export const theme: ThemeConfig = {
  cssVar: { key: 'look' },
  hashed: false,
  token: {
    colorPrimary: '#1f4e79',
    colorLink: '#1f4e79',
    colorLinkHover: '#2f6ba3',
    colorInfo: '#1f4e79',
    colorInfoBg: '#e8f0f8',
    colorInfoBorder: '#b9cfe4',
    colorSuccess: '#2f6b3a',
    colorWarning: '#8a5a00',
    colorError: '#b3261e',
    colorText: '#1d232a',
    colorTextSecondary: '#4d5763',
    colorTextTertiary: '#5c6671',
    colorTextDescription: '#5c6671',
    colorTextPlaceholder: '#6b7580',
    colorBorder: '#8b95a1', // by it a field is known to be one: 3 : 1 on white
    colorBorderSecondary: '#e1e5ea',
    colorBgLayout: '#f4f6f8',
    fontFamily: FONTS,
    fontSize: 14,
    borderRadius: 3,
    controlHeight: 32,
    // A button that works is read for as long as the connection is lost; that it works, its sign says.
    opacityLoading: 1,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#eef1f5', headerSplitColor: 'transparent' },
  },
};
