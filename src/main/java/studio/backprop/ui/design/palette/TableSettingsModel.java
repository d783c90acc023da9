package studio.backprop.ui.design.palette;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import studio.backprop.data.Columns;
import studio.backprop.data.Columns.Reading;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.OwnFile;
import studio.backprop.data.TableData;
import studio.backprop.project.Project;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Settings of a user's own table and its columns. Every change is an edit of the document. */
public final class TableSettingsModel {
  private final DocumentModel document;
  private final DataEdits edits;
  private String bundled = "";
  private List<String> ofBundled = List.of();

  TableSettingsModel(DocumentModel document, DataEdits edits) {
    this.document = document;
    this.edits = edits;
  }

  /** Whether the data are a user's own table. */
  public ObservableValue<Boolean> ownTableProperty() {
    return edits.data(DataEdits::isOwn);
  }

  /** Whether the data are a user's own, read in this mode. */
  public ObservableValue<Boolean> readAsProperty(Reading reading) {
    return edits.data(d -> DataEdits.isOwn(d) && d.columns().reading() == reading);
  }

  /** Whether the data are two or more columns of a user's own table. */
  public ObservableValue<Boolean> columnsChosenProperty() {
    return document.projectProperty().map(p -> DataEdits.isOwn(p.data())
        && p.table().filter(table -> table.columns().size() > 1).isPresent());
  }

  /** Mode in which a user's own table is read. */
  public ObservableValue<Reading> readingProperty() {
    return edits.data(d -> d.columns().reading());
  }

  /** Column of the timestamps of a series; empty where values are counted. */
  public ObservableValue<String> timeProperty() {
    return edits.data(d -> d.columns().time());
  }

  /** Columns of a user's own table; empty if there is none. */
  public ObservableValue<List<String>> columnsProperty() {
    return document.projectProperty().map(p -> p.table().map(TableData::columns).orElse(List.of()));
  }

  /** Column to predict. */
  public ObservableValue<String> targetProperty() {
    return document.projectProperty().map(p -> {
      String named = p.data().columns().target();
      List<String> all = p.table().map(TableData::columns).orElse(List.of(""));
      return named.isEmpty() ? all.get(all.size() - 1) : named;
    });
  }

  /** Whether columns can be excluded. */
  public ObservableValue<Boolean> leavesOutProperty() {
    return edits.data(DataEdits::leavesOut);
  }

  /** Candidates of the inputs: all columns but the target. */
  public ObservableValue<List<String>> inputColumnsProperty() {
    return document.projectProperty().map(this::inputColumns);
  }

  private List<String> inputColumns(Project project) {
    if (!DataEdits.isOwn(project.data())) {
      return bundledColumns(project.data().dataset());
    }
    List<String> all = project.table().map(TableData::columns).orElse(List.of());
    String target = project.data().columns().target();
    return target.isEmpty() ? all.subList(0, Math.max(0, all.size() - 1)) : without(all, target);
  }

  /** Cached, because the columns are read from a file. */
  private List<String> bundledColumns(String id) {
    if (!id.equals(bundled)) {
      bundled = id;
      ofBundled = DatasetCatalog.find(id).map(info -> info.source().columns(info)).orElse(List.of());
    }
    return ofBundled;
  }

  /** Columns excluded from the inputs. */
  public ObservableValue<List<String>> leftOutProperty() {
    return document.projectProperty().map(p -> p.data().columns().leftOut().stream().filter(inputColumns(p)::contains).toList());
  }

  /** Whether the target is a class or a number. */
  public ObservableValue<Columns.Choice> taskProperty() {
    return edits.data(d -> d.columns().task());
  }

  public void setTarget(String column) {
    read("target", columns -> columns.withTarget(column).withLeftOut(without(columns.leftOut(), column)));
  }

  /** Reads the table as rows, as a series or as a text; a series begins with inferred value and time columns. */
  public void setReading(Reading reading) {
    document.project().table().ifPresent(table -> read("reading", columns -> OwnFile.readAs(reading, table, columns)));
  }

  public void setTime(String column) {
    read("time", columns -> columns.withTime(column));
  }

  public void setTask(Columns.Choice task) {
    read("task", columns -> columns.withTask(task));
  }

  public void setLeftOut(String column, boolean out) {
    setLeftOut(List.of(column), out);
  }

  /** Excludes or includes several columns in one edit. */
  public void setLeftOut(List<String> some, boolean out) {
    read("left_out", columns -> {
      List<String> others = columns.leftOut().stream().filter(other -> !some.contains(other)).toList();
      return columns.withLeftOut(out ? Stream.concat(others.stream(), some.stream()).toList() : others);
    });
  }

  /** Excludes exactly these columns of the table in one edit; those of other tables stay. */
  public void replaceLeftOut(List<String> out) {
    List<String> all = inputColumns(document.project());
    read("left_out", columns -> columns.withLeftOut(
        Stream.concat(columns.leftOut().stream().filter(column -> !all.contains(column)), out.stream()).toList()));
  }

  private static List<String> without(List<String> columns, String column) {
    return columns.stream().filter(other -> !other.equals(column)).toList();
  }

  private void read(String name, UnaryOperator<Columns> change) {
    edits.read(name, "", data -> data.withColumns(change.apply(data.columns())));
  }
}
