/**
 * Inside view of convolutions, plain and transposed: sliding window with its sum written out, filters, receptive field and class
 * activation map.
 */
package studio.backprop.ui.inside.lens.conv;
