/** Checks: conditions over the engine's numbers, parsed and walked. There is no other language in a lesson. */
package studio.backprop.lesson.check;
