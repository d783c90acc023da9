package studio.backprop.app;

/**
 * How the window kept up while a project trained in it as fast as it could.
 *
 * @param firstMillis from the start of the program to the first painted frame
 * @param ticksPerSecond frames in which the window looked at the training
 * @param freezeMillis the longest time between two of them
 * @param stepsPerSecond of the training behind it
 */
public record WindowFigures(double firstMillis, double ticksPerSecond, double freezeMillis, double stepsPerSecond) {}
