/** Wing of learning: lessons, worksheets, the glossary, and the drawing pad. */
package studio.backprop.ui.learn;
