/**
 * File formats: projects as ZIP archives of JSON and binary sections, written atomically and validated on reading. {@link ProjectFile}
 * reads and writes; one {@code …Section} or {@code …Json} class a part. Older files open as before; a file of a newer format is refused in
 * one sentence; a damaged secondary section (run history, search, variants) is left out with a note. Names in files do not follow renamed
 * classes. A fault is a {@link StoreProblem}. {@link Sample} lists the bundled projects, {@link Recovery} keeps copies of unsaved work
 * (decision 11).
 */
package studio.backprop.store;
