import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en.ts';
import { zh } from './zh.ts';

export type Language = 'zh' | 'en';

const KEPT = 'taizhang.language';
const HTML_LANG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en' };

/** What a person chose here before; Chinese where nothing was chosen. */
function keptLanguage(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

/** Loads the texts and marks the page with its language. Call once, before the first render. */
export function startTexts(): void {
  const language = keptLanguage();
  void i18next.use(initReactI18next).init({
    resources: { zh, en },
    lng: language,
    fallbackLng: 'zh',
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
  });
  document.documentElement.lang = HTML_LANG[language];
}

/** The language of this moment, outside of components. */
export function language(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export function setLanguage(chosen: Language): void {
  try {
    localStorage.setItem(KEPT, chosen);
  } catch {
    // It holds until the page is closed.
  }
  document.documentElement.lang = HTML_LANG[chosen];
  void i18next.changeLanguage(chosen);
}

/** The language of the page; the component is rendered again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** One of two texts that the server sends, `{ zh, en }`, in the language of the page. */
export function useSaid(): (texts: { readonly zh: string; readonly en: string }) => string {
  const spoken = useLanguage();
  return (texts) => texts[spoken];
}
