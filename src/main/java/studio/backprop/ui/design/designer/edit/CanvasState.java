package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;
import studio.backprop.ui.workspace.document.DocumentModel;

/** State of the canvas: document, selection, lens, camera and current gesture. */
final class CanvasState {
  private final DocumentModel document;
  private final Selection selection;
  private final Camera camera = new Camera();
  private final Hand hand = new Hand();
  private final Advice advice = new Advice();
  private final NodeMeasures measures = new NodeMeasures();
  private final ObjectProperty<Lens> lens = new SimpleObjectProperty<>(this, "lens", Lens.STRUCTURE);
  private final ReadOnlyObjectWrapper<Optional<Network>> preview = new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());

  CanvasState(DocumentModel document) {
    this.document = document;
    this.selection = new Selection(document);
  }

  DocumentModel document() {
    return document;
  }

  Network network() {
    return document.network();
  }

  Analysis analysis() {
    return document.analysis();
  }

  Selection selection() {
    return selection;
  }

  Camera camera() {
    return camera;
  }

  Hand hand() {
    return hand;
  }

  Advice advice() {
    return advice;
  }

  NodeMeasures measures() {
    return measures;
  }

  ObjectProperty<Lens> lensProperty() {
    return lens;
  }

  Lens lens() {
    return lens.get();
  }

  /** Laid out network after the repair under the mouse. */
  ReadOnlyObjectProperty<Optional<Network>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  void preview(Optional<Network> after) {
    preview.set(after);
  }

  /** Whether nodes are shown at their unscaled places, because something is about to be placed among them. */
  boolean placing() {
    return hand.ghost().isPresent() || preview.get().isPresent();
  }

  /** Errors of a node, in order of repair. */
  List<Problem> problems(int node) {
    return document.problemsProperty().get().stream().filter(problem -> problem.node() == node).toList();
  }

  /** All findings of the network; where hints are disabled, only errors. */
  List<Problem> findings() {
    return advice.allowedProperty().get().findings() ? document.findings() : document.problemsProperty().get();
  }

  /** Errors and hints of a node. */
  List<Problem> findings(int node) {
    return findings().stream().filter(problem -> problem.node() == node).toList();
  }

  /** Whether a wire leads to an input that rejects its shape. */
  boolean wrong(Wire wire) {
    return analysis().shape(wire.from()).isPresent()
        && problems(wire.to()).stream().anyMatch(problem -> problem.place() == Problem.Place.INPUT)
        && network().sources(wire.to()).size() >= network().node(wire.to()).layer().arity().min();
  }
}
