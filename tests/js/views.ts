// Every activity's views, by audience and name.

import * as consoleBoard from '../../static/src/console/board';
import * as consoleBreak from '../../static/src/console/break';
import * as consoleConfidence from '../../static/src/console/confidence';
import * as consoleDiscussion from '../../static/src/console/discussion';
import * as consoleFormulation from '../../static/src/console/formulation';
import * as consolePlan from '../../static/src/console/plan';
import * as consoleQuestions from '../../static/src/console/questions';
import * as consoleReflection from '../../static/src/console/reflection';
import * as consoleWelcome from '../../static/src/console/welcome';
import * as phoneBoard from '../../static/src/phone/board';
import * as phoneBreak from '../../static/src/phone/break';
import * as phoneConfidence from '../../static/src/phone/confidence';
import * as phoneDiscussion from '../../static/src/phone/discussion';
import * as phoneFormulation from '../../static/src/phone/formulation';
import * as phonePlan from '../../static/src/phone/plan';
import * as phoneQuestions from '../../static/src/phone/questions';
import * as phoneReflection from '../../static/src/phone/reflection';
import * as phoneWelcome from '../../static/src/phone/welcome';
import * as screenBoard from '../../static/src/screen/board';
import * as screenBreak from '../../static/src/screen/break';
import * as screenConfidence from '../../static/src/screen/confidence';
import * as screenDiscussion from '../../static/src/screen/discussion';
import * as screenFormulation from '../../static/src/screen/formulation';
import * as screenPlan from '../../static/src/screen/plan';
import * as screenQuestions from '../../static/src/screen/questions';
import * as screenReflection from '../../static/src/screen/reflection';
import * as screenWelcome from '../../static/src/screen/welcome';

export const PHONE: Record<string, { Delegate: any }> = {
  welcome: phoneWelcome,
  confidence: phoneConfidence,
  board: phoneBoard,
  discussion: phoneDiscussion,
  questions: phoneQuestions,
  formulation: phoneFormulation,
  plan: phonePlan,
  reflection: phoneReflection,
  break: phoneBreak,
};
export const SCREEN: Record<string, { Screen: any }> = {
  welcome: screenWelcome,
  confidence: screenConfidence,
  board: screenBoard,
  discussion: screenDiscussion,
  questions: screenQuestions,
  formulation: screenFormulation,
  plan: screenPlan,
  reflection: screenReflection,
  break: screenBreak,
};
export const CONSOLE: Record<string, { Console: any }> = {
  welcome: consoleWelcome,
  confidence: consoleConfidence,
  board: consoleBoard,
  discussion: consoleDiscussion,
  questions: consoleQuestions,
  formulation: consoleFormulation,
  plan: consolePlan,
  reflection: consoleReflection,
  break: consoleBreak,
};
