/**
 * Glossary page: searchable definitions of terms. The texts are in {@code glossary_*.properties}; where a term is a label, {@code
 * kit.Terms} explains it.
 */
package studio.backprop.ui.learn.glossary;
