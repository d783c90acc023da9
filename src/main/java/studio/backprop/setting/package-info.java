/**
 * Declarative settings: the components of a record, with ranges and conditions given as annotations. {@link Form} reads and changes them
 * by reflection; from this one declaration come the inspector's form, tooltips, file format, range checks and search dimensions. Decision
 * 2.
 */
package studio.backprop.setting;
