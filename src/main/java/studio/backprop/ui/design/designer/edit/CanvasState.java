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

/** What is drawn and how it is seen: the document, what is selected in it, the lens, the camera, and what the hand is about. */
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

  /** The network as it would be after the repair under the mouse, everything in its place. */
  ReadOnlyObjectProperty<Optional<Network>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  void preview(Optional<Network> after) {
    preview.set(after);
  }

  /** Whether nodes stand where they belong, since something is about to be placed among them. */
  boolean placing() {
    return hand.ghost().isPresent() || preview.get().isPresent();
  }

  /** What is wrong at a node, the first to be mended first. */
  List<Problem> problems(int node) {
    return document.problemsProperty().get().stream().filter(problem -> problem.node() == node).toList();
  }

  /** All that is said to be wrong with the network: where hints may not be said, only what keeps it from training. */
  List<Problem> findings() {
    return advice.allowedProperty().get().findings() ? document.findings() : document.problemsProperty().get();
  }

  /** The same with what is only probably not meant. */
  List<Problem> findings(int node) {
    return findings().stream().filter(problem -> problem.node() == node).toList();
  }

  /** Whether a wire leads to an input that cannot take what it brings. */
  boolean wrong(Wire wire) {
    return analysis().shape(wire.from()).isPresent()
        && problems(wire.to()).stream().anyMatch(problem -> problem.place() == Problem.Place.INPUT)
        && network().sources(wire.to()).size() >= network().node(wire.to()).layer().arity().min();
  }
}
