/**
 * The examples of the data as a table, pictures and points, with what the network says of each. Knows the run and the data, no other
 * room: whoever wants to show some examples is introduced in {@code app}.
 */
package studio.backprop.ui.judge.examples;
