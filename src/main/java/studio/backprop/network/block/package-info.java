/**
 * Blocks: several layers that are placed at once, wired and taken together as a group. Knows layers and networks, nothing of the screen.
 */
package studio.backprop.network.block;
