/**
 * Pictures of reinforcement-learning environments. {@link EnvironmentPainter} paints a state, {@link GridPainter} a grid with its values.
 */
package studio.backprop.ui.workspace.environment;
