/**
 * Step debugger: one number followed through forward pass, chain rule and update, op by op, with a central-difference check. {@link
 * DebuggerModel} asks the room {@code derivation} on a worker thread; {@link SlowMotion} plays one real step.
 */
package studio.backprop.ui.inside.debugger;
