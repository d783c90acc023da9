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

/** How a person's own table is read, and what its columns are. Every change is an edit of the document. */
public final class TableSettingsModel {
  private final DocumentModel document;
  private final DataEdits edits;
  private String bundled = "";
  private List<String> ofBundled = List.of();

  TableSettingsModel(DocumentModel document, DataEdits edits) {
    this.document = document;
    this.edits = edits;
  }

  /** Whether the data are a person's own. */
  public ObservableValue<Boolean> ownTableProperty() {
    return edits.data(DataEdits::isOwn);
  }

  /** Whether the data are a person's own and are read in this way. */
  public ObservableValue<Boolean> readAsProperty(Reading reading) {
    return edits.data(d -> DataEdits.isOwn(d) && d.columns().reading() == reading);
  }

  /** Whether the data are columns of a person's own, of which there are several. */
  public ObservableValue<Boolean> columnsChosenProperty() {
    return document.projectProperty().map(p -> DataEdits.isOwn(p.data())
        && p.table().filter(table -> table.columns().size() > 1).isPresent());
  }

  /** How a person's own table is read. */
  public ObservableValue<Reading> readingProperty() {
    return edits.data(d -> d.columns().reading());
  }

  /** The column that says when each value of a series was measured; empty where they are counted. */
  public ObservableValue<String> timeProperty() {
    return edits.data(d -> d.columns().time());
  }

  /** The columns of a person's own table; empty if there is none. */
  public ObservableValue<List<String>> columnsProperty() {
    return document.projectProperty().map(p -> p.table().map(TableData::columns).orElse(List.of()));
  }

  /** The column to predict. */
  public ObservableValue<String> targetProperty() {
    return document.projectProperty().map(p -> {
      String named = p.data().columns().target();
      List<String> all = p.table().map(TableData::columns).orElse(List.of(""));
      return named.isEmpty() ? all.get(all.size() - 1) : named;
    });
  }

  /** Whether the data are a table of which columns can be left out. */
  public ObservableValue<Boolean> leavesOutProperty() {
    return edits.data(DataEdits::leavesOut);
  }

  /** The columns that can be inputs: all but the one to predict. */
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

  /** They are read from a file, and once for many edits of the network. */
  private List<String> bundledColumns(String id) {
    if (!id.equals(bundled)) {
      bundled = id;
      ofBundled = DatasetCatalog.find(id).map(info -> info.source().columns(info)).orElse(List.of());
    }
    return ofBundled;
  }

  /** The columns of the table that are no inputs. */
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

  /** Reads the table as rows, as a series or as a text; a series begins with the columns that look like its values and times. */
  public void setReading(Reading reading) {
    document.project().table().ifPresent(table -> read("reading", columns -> OwnFile.readAs(reading, table, columns)));
  }

  public void setTime(String column) {
    read("time", columns -> columns.withTime(column));
  }

  public void setTask(Columns.Choice task) {
    read("task", columns -> columns.withTask(task));
  }

  /** Leaves a column out, or takes it in again. */
  public void setLeftOut(String column, boolean out) {
    setLeftOut(List.of(column), out);
  }

  /** Leaves several columns out at once, or takes them in again: one edit. */
  public void setLeftOut(List<String> some, boolean out) {
    read("left_out", columns -> {
      List<String> others = columns.leftOut().stream().filter(other -> !some.contains(other)).toList();
      return columns.withLeftOut(out ? Stream.concat(others.stream(), some.stream()).toList() : others);
    });
  }

  /** Leaves out just these columns of the table: one edit. What other tables leave out stays. */
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
