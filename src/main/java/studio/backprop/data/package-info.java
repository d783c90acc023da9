/**
 * Datasets and preprocessing: bundled, generated and user-supplied tables, series, texts, graphs and images, split, scaled, encoded and
 * dealt out in batches. {@link DatasetCatalog} lists the bundled sets, {@link OwnFile} reads a person's file, {@link Recognized} says what
 * its columns are (once, when the file is opened: decision 32), {@link PreparedData} applies {@link DataSettings}, {@link Batches}
 * shuffles by seed and epoch. Examples are float32 rows, shape {@code [rows, features…]}; a column far from zero keeps its origin in
 * double precision ({@link Feature}, decision 78). Targets that are unknown are NaN. Immutable once loaded.
 */
package studio.backprop.data;
