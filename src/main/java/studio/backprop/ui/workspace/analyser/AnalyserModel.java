package studio.backprop.ui.workspace.analyser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import studio.backprop.network.Analysis;
import studio.backprop.network.Footprint;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Rows of the layer table and list of problems, following the document; and the node under the mouse, here or on the canvas. */
public final class AnalyserModel implements AutoCloseable {
  private final ReadOnlyObjectWrapper<List<LayerRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
  private final ReadOnlyObjectWrapper<List<Problem>> findings = new ReadOnlyObjectWrapper<>(this, "findings", List.of());
  private final ObjectProperty<Optional<Integer>> looked = new SimpleObjectProperty<>(this, "looked", Optional.empty());
  private final DocumentModel document;
  private final Subscription subscription;

  public AnalyserModel(DocumentModel document) {
    this.document = document;
    subscription = document.projectProperty().subscribe(project -> refresh());
  }

  /** A row for each node in topological order, and the totals. */
  ReadOnlyObjectProperty<List<LayerRow>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Errors and warnings. */
  ReadOnlyObjectProperty<List<Problem>> findingsProperty() {
    return findings.getReadOnlyProperty();
  }

  public ObjectProperty<Optional<Integer>> lookedProperty() {
    return looked;
  }

  DocumentModel document() {
    return document;
  }

  /** Batch size that the activation memory is computed for. */
  int batch() {
    return document.project().training().batch();
  }

  void select(LayerRow row) {
    row.node().ifPresent(node -> document.select(Set.of(node.id())));
  }

  private void refresh() {
    Network network = document.network();
    Analysis analysis = document.analysis();
    Map<Integer, Footprint> footprints = Footprint.of(network, analysis, batch());
    List<LayerRow> lines = new ArrayList<>(analysis.listed(network).stream().map(node -> row(node, analysis, footprints)).toList());
    if (!lines.isEmpty()) {
      lines.add(total(lines));
    }
    findings.set(document.findings());
    rows.set(List.copyOf(lines));
  }

  private LayerRow row(Node node, Analysis analysis, Map<Integer, Footprint> footprints) {
    return new LayerRow(
        Optional.of(node),
        document.network().sources(node.id()).stream().flatMap(source -> analysis.shape(source.id()).stream()).toList(),
        analysis.shape(node.id()).or(() -> loss(node).map(known -> Shape.SCALAR)),
        analysis.parameterCount(node),
        Optional.ofNullable(footprints.get(node.id())).or(() -> loss(node)),
        document.findings().stream().filter(problem -> problem.node() == node.id()).findFirst(),
        document.network().sources(node.id()).stream().filter(source -> analysis.shape(source.id()).isEmpty()).findFirst());
  }

  /** A loss is a scalar without parameters, whatever it will compare. */
  private Optional<Footprint> loss(Node node) {
    return Optional.of(node).filter(n -> n.layer().isOutput())
        .map(n -> new Footprint(0, (long) Float.BYTES * batch(), 0, Optional.empty()));
  }

  private static LayerRow total(List<LayerRow> lines) {
    List<Footprint> known = lines.stream().flatMap(row -> row.footprint().stream()).toList();
    Footprint sum = new Footprint(
        known.stream().mapToLong(Footprint::weightBytes).sum(),
        known.stream().mapToLong(Footprint::activationBytes).sum(),
        known.stream().mapToLong(Footprint::flops).sum(),
        Optional.empty());
    long parameters = lines.stream().mapToLong(LayerRow::parameters).sum();
    return new LayerRow(Optional.empty(), List.of(), Optional.empty(), parameters, Optional.of(sum), Optional.empty(), Optional.empty());
  }

  @Override
  public void close() {
    subscription.unsubscribe();
  }
}
