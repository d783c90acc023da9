package studio.backprop.ui.design.palette;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import studio.backprop.data.Columns.Reading;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.TableData;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.network.Edit;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.project.Project;
import studio.backprop.project.RoundBudget;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.document.TableForm;

/** Reads the data settings and changes them by edits of the document. */
final class DataEdits {
  private final DocumentModel document;
  private final Background reader;
  private final Consumer<Message> failed;

  /**
   * @param reader reads a user's table again
   * @param failed receives the reason of a failure
   */
  DataEdits(DocumentModel document, Background reader, Consumer<Message> failed) {
    this.document = document;
    this.reader = reader;
    this.failed = failed;
  }

  static boolean isOwn(DataSettings data) {
    return data.dataset().equals(DatasetCatalog.OWN_TABLE);
  }

  /** Observable value of the data settings, updated by edits. */
  <T> ObservableValue<T> data(Function<DataSettings, T> read) {
    return document.projectProperty().map(p -> read.apply(p.data()));
  }

  /** @param merge consecutive edits of the same name are merged; empty: never merged */
  void edit(String name, String merge, UnaryOperator<DataSettings> change) {
    document.apply(new Edit<>(setting(name), merge, p -> RoundBudget.kept(p, p.withData(change.apply(p.data())))));
  }

  private static Message setting(String name) {
    return Message.of("palette.edit.setting", Message.of("palette." + name));
  }

  /** Whether columns can be excluded: a user's table read as rows, or a bundled table. */
  static boolean leavesOut(DataSettings data) {
    return isOwn(data) ? data.columns().reading() == Reading.ROWS
        : DatasetCatalog.find(data.dataset()).filter(info -> info.source().leavesOut()).isPresent();
  }

  /** Edit that changes how a table is read; the table is first read again in the background. */
  void read(String name, String merge, UnaryOperator<DataSettings> change) {
    DataSettings changed = change.apply(document.project().data());
    Edit<Project> edit = new Edit<>(setting(name), merge, p -> RoundBudget.kept(p, fitted(p.withData(change.apply(p.data())))));
    Optional<TableData> table = document.project().table();
    if (changed.equals(document.project().data())) {
      return;
    }
    if (table.isPresent() && isOwn(changed) || !isOwn(changed) && leavesOut(changed)) {
      reader.start(
          progress -> TableForm.of(table, changed),
          form -> {
            document.knowTable(table, changed, form);
            document.apply(edit);
          },
          failed);
    } else {
      document.apply(edit);
    }
  }

  /** Project whose only input has the shape of the data; other mismatches are reported by the analysis. */
  Project fitted(Project project) {
    return document.formOf(project).map(form -> project.withNetwork(network -> fitted(network, form.input()))).orElse(project);
  }

  private static Network fitted(Network network, Shape shape) {
    List<Node> inputs = network.nodes().stream().filter(node -> node.layer().isInput()).toList();
    return inputs.size() == 1 ? network.with(inputs.get(0).id(), node -> node.withLayer(LayerCatalog.input(shape))) : network;
  }
}
