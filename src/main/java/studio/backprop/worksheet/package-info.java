/**
 * Worksheets to compute by hand: givens and lines with formulas, from which sheet, key and grading are derived. {@link Worksheet} is a
 * drawn variant, {@link SheetDraw} draws numbers that obey the rules of a {@link SheetKind}, {@link Grading} compares entries and finds
 * usual slips. A code names kind and variant; its numbers never change. Tests hold the keys to the engine's numbers; the package itself
 * knows neither window nor engine. Decisions 46 and 59.
 */
package studio.backprop.worksheet;
