/**
 * Ways to mend what {@link studio.backprop.network.Analysis} finds wrong, each a pure change of the network. Nothing is offered that was
 * not tried first. What the data ask for comes in as a {@link studio.backprop.network.repair.Goal}; no rule about data lives here.
 */
package studio.backprop.network.repair;
