import type { Scene } from '../simulation/scene.js';

/** Where stacks are: a simulated account, and a region of it. */
export interface Site {
  readonly scene: Scene;
  readonly region: string;
}
