/** The loss as a landscape over planes through the space of all weights, and how runs walk through it. */
package studio.backprop.landscape;
