/**
 * Pictures drawn by hand: strokes of a pen, and how they become a picture like those that a network learns from. Knows the data; nothing
 * here knows a window.
 */
package studio.backprop.data.draw;
