package studio.backprop.ui.learn.worksheet;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.formula.Formula;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.Worksheet;

/** Lines of a worksheet with their fields, by section. */
final class SheetSections {
  /** Maximum number of columns. */
  private static final int COLUMNS = 2;
  private static final double LETTERS = 15;
  /** Other numbers of decimals are shown with the line. */
  private static final int USUAL_DECIMALS = 4;

  private final WorksheetModel model;
  private final Lang lang;
  private final Hints hints;
  private final Typesetter typesetter;
  private final SheetLatex latex = new SheetLatex();
  private final List<TextField> fields = new ArrayList<>();

  SheetSections(WorksheetModel model, Lang lang, Hints hints, Typesetter typesetter) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.typesetter = typesetter;
  }

  /** In the order of lines. */
  List<TextField> fields() {
    return fields;
  }

  VBox all(Worksheet sheet) {
    VBox all = new VBox();
    all.getStyleClass().add("sheet-sections");
    int first = 0;
    for (SheetSection section : sheet.sections()) {
      section.title().ifPresent(title -> all.getChildren().add(said(title, "strong")));
      List<SheetEntry> entries = model.entries().subList(first, first + section.lines().size());
      all.getChildren().add(section.grid() ? grid(section, entries) : list(entries));
      first += entries.size();
    }
    return all;
  }

  private Label said(Message sentence, String style) {
    Label label = new Label();
    label.textProperty().bind(lang.bind(sentence.key(), sentence.args().toArray()));
    label.getStyleClass().add(style);
    return label;
  }

  private Label number(SheetEntry entry) {
    Label number = new Label(String.valueOf(entry.number()));
    number.getStyleClass().addAll("note", "mut", "sheet-number");
    return number;
  }

  private GridPane list(List<SheetEntry> entries) {
    GridPane rows = new GridPane();
    rows.getStyleClass().add("sheet-lines");
    for (int column = 0; column < COLUMNS; column++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(100.0 / COLUMNS);
      rows.getColumnConstraints().add(half);
    }
    for (int i = 0; i < entries.size(); i++) {
      rows.add(line(entries.get(i)), i % COLUMNS, i / COLUMNS);
    }
    return rows;
  }

  private VBox line(SheetEntry entry) {
    Formula formula = new Formula(typesetter, LETTERS);
    formula.latexProperty().set(latex.name(entry.line().name()) + " = " + entry.line().formula().written(latex) + " =");
    HBox.setHgrow(formula, Priority.ALWAYS);
    SheetField field = new SheetField(entry, model, lang, hints);
    fields.add(field.field());
    HBox row = new HBox(number(entry), formula);
    if (entry.line().decimals() != USUAL_DECIMALS) {
      Label decimals = said(Message.of("worksheet.decimals", entry.line().decimals()), "note");
      decimals.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(decimals);
    }
    row.getChildren().add(field);
    row.setFillHeight(false); // a formula stands at the top of its room
    row.getStyleClass().add("sheet-line");
    return new VBox(row, verdict(entry));
  }

  /** Grade below a line. */
  private Label verdict(SheetEntry entry) {
    Label verdict = new Label();
    verdict.textProperty().bind(lang.bind(entry.wordsProperty()));
    verdict.getStyleClass().addAll("note", "mut", "sheet-words");
    verdict.setWrapText(true);
    verdict.setMinHeight(Region.USE_PREF_SIZE);
    verdict.visibleProperty().bind(verdict.textProperty().isNotEmpty());
    verdict.managedProperty().bind(verdict.visibleProperty());
    return verdict;
  }

  private VBox grid(SheetSection section, List<SheetEntry> entries) {
    GridPane cells = new GridPane();
    cells.getStyleClass().addAll("sheet-lines", "sheet-blanks");
    int first = section.rows().isEmpty() ? 0 : 1;
    int top = section.heads().isEmpty() ? 0 : 1;
    for (int column = 0; column < section.heads().size(); column++) {
      Label head = said(section.heads().get(column), "mut");
      GridPane.setHalignment(head, HPos.CENTER);
      cells.add(head, column + first, 0);
    }
    for (int row = 0; row < section.rows().size(); row++) {
      Label head = said(section.rows().get(row), "mut");
      head.setMinWidth(Region.USE_PREF_SIZE);
      cells.add(head, 0, row + top);
    }
    VBox whole = new VBox(cells);
    for (int i = 0; i < entries.size(); i++) {
      SheetField field = new SheetField(entries.get(i), model, lang, hints);
      fields.add(field.field());
      HBox cell = new HBox(number(entries.get(i)), field);
      cell.getStyleClass().add("sheet-line");
      cells.add(cell, i % section.columns() + first, i / section.columns() + top);
      whole.getChildren().add(mistake(entries.get(i)));
    }
    return whole;
  }

  /** Diagnosis of a wrong line below a grid, with its number. */
  private Node mistake(SheetEntry entry) {
    Label mistake = new Label();
    mistake.textProperty().bind(lang.bind(entry.wordsProperty().map(words -> entry.gradeProperty().get().verdict().earns() ? null
        : Message.of("worksheet.line", String.valueOf(entry.number()), words))));
    mistake.getStyleClass().addAll("note", "mut");
    mistake.setWrapText(true);
    mistake.visibleProperty().bind(mistake.textProperty().isNotEmpty());
    mistake.managedProperty().bind(mistake.visibleProperty());
    return mistake;
  }
}
