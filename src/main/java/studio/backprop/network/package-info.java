/**
 * The document that is drawn, saved and undone: nodes, wires, edits, and the rules of what may be wired. Nothing here computes. Knows
 * {@code tensor}, {@code setting} and {@code layer}.
 */
package studio.backprop.network;
