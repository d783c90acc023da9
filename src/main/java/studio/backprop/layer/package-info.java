/**
 * One kind of layer a file: an immutable record that unfolds into ops when a network is compiled. Its components are its settings. Knows
 * {@code tensor}, {@code setting} and {@code op}.
 */
package studio.backprop.layer;
