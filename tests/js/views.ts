// Every activity's views, by audience and name, as pages have them. Which there must be is said by the manifests
// (tests/test_shape.py, tests/cli/test_contract_views.py): where there is none, nothing is drawn.

import * as desk from '../../static/src/console/views';
import * as first from '../../static/src/phone/views';
import * as second from '../../static/src/phone/views-later';
import * as projector from '../../static/src/screen/views';

const NOTHING = () => null;

/** A table in which every activity has a view. */
const whole = (views: Record<string, any>, name: string): Record<string, any> =>
  new Proxy(views, { get: (found, activity) => found[activity as string] ?? { [name]: NOTHING } });

export const PHONE = whole({ ...first.VIEWS, ...second.VIEWS }, 'Delegate');
export const SCREEN = whole(projector.VIEWS, 'Screen');
export const CONSOLE = whole(desk.VIEWS, 'Console');
