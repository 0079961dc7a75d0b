/** What types that get the same colour have in common: the middle of `Vendor::Service::Thing`, or all of a plain word. */
export function familyOf(type: string): string {
  const [vendor = '', service] = type.split('::');
  return service ?? vendor;
}

/**
 * A hue of the colour circle in degrees, one of 24, derived from a name alone (FNV-1a). The last multiplier and the turn
 * are those that keep common names two steps apart, and away from the orange of the critical path.
 */
export function hueOf(family: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < family.length; i++) hash = Math.imul(hash ^ family.charCodeAt(i), 0x01000193) >>> 0;
  const step = (Math.imul(hash ^ (hash >>> 15), 277) >>> 16) % 24;
  return ((step + 12) % 24) * 15;
}

/** A colour as `#rrggbb`. Saturation and lightness from 0 to 1. */
export function colour(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number) => {
    const k = (n + hue / 30) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
