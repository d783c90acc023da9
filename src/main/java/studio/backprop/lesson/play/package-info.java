/** Playing lessons: the engine's numbers as quantities, and lessons played without a screen to see that each holds what it says. */
package studio.backprop.lesson.play;
