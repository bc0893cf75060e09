/** 中国大陆: eleven digits of a mobile phone, or an area code and the number of a landline. */
const MOBILE = /^(?:86)?(1[3-9]\d)\d{4}(\d{4})$/;
const AREA = /^(?:86)?(010|02\d|0[3-9]\d\d)/;
const EXTENSION = /[-转]\d{1,6}$/;

/** A phone as it may be shown: `138****5678`, `0719****56`. What is hidden cannot be told from what is shown. */
export function maskedPhone(phone: string): string {
  const mobile = MOBILE.exec(digitsOf(phone));
  if (mobile) return `${mobile[1]}****${mobile[2]}`;
  // An extension is no part of the number, but the last group of one with a single hyphen may be.
  const groups = phone.split(/[-转]/);
  const digits = digitsOf(groups.length > 2 || phone.includes('转') ? phone.replace(EXTENSION, '') : phone);
  return `${AREA.exec(digits)?.[1] ?? ''}****${digits.slice(-2)}`;
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/\D/g, '');
}
