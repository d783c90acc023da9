/**
 * Localized messages and number formats: English and Chinese. {@link Message} is a key with arguments, which the engine hands out in place
 * of strings; {@link Texts} says it in one language; a key stands in one properties file only. {@link Formulas} and {@link SpokenFormula}
 * read LaTeX. Every room may use this one; it knows no other. Decision 1.
 */
package studio.backprop.text;
