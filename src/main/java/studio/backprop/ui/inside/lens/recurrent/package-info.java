/** Inside view of recurrent layers: states and gates over time, unrolled, and backpropagation through time. */
package studio.backprop.ui.inside.lens.recurrent;
