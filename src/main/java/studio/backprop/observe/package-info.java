/** Looking at a training: what one example gives in every node, how numbers are spread, and what a single layer does. */
package studio.backprop.observe;
