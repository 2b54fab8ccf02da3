/** Every page of the product, each with its title and how to get there. */

import { CONSOLE_SCREENS } from './console-screens'
import type { Screen } from './screen'
import { SHOP_SCREENS, SIGN_IN_SCREENS } from './shop-screens'

export const SCREENS: readonly Screen[] = [...SHOP_SCREENS, ...SIGN_IN_SCREENS, ...CONSOLE_SCREENS]
