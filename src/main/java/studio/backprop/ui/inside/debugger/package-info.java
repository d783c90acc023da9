/**
 * The step debugger: one number followed through the chain rule, op by op. The numbers come from {@code train.explain}; nothing is computed
 * here.
 */
package studio.backprop.ui.inside.debugger;
