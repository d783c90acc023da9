/**
 * What a person may set: the components of a record, with their ranges. From this one declaration come the inspector's form, the
 * palette's tooltip, the file format and the check of bad values. Knows only {@code tensor} and {@code text}.
 */
package studio.backprop.setting;
