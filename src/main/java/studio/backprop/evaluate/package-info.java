/** How good a network really is: metrics with their intervals, from its predictions. */
package studio.backprop.evaluate;
