package studio.backprop.ui.design.designer.edit;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Problem;

/** Current gesture, by mouse or key, with its preview; at most one. */
public final class Hand {
  private final ReadOnlyObjectWrapper<Optional<Conversation>> conversation =
      new ReadOnlyObjectWrapper<>(this, "conversation", Optional.empty());
  private final ReadOnlyObjectWrapper<Shift> shift = new ReadOnlyObjectWrapper<>(this, "shift", Shift.NONE);
  private final ReadOnlyObjectWrapper<Optional<Box>> frame = new ReadOnlyObjectWrapper<>(this, "frame", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Draft>> draft = new ReadOnlyObjectWrapper<>(this, "draft", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Ghost>> ghost = new ReadOnlyObjectWrapper<>(this, "ghost", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Shift>> copies = new ReadOnlyObjectWrapper<>(this, "copies", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<LayerChoice>> choice = new ReadOnlyObjectWrapper<>(this, "choice", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> refusal = new ReadOnlyObjectWrapper<>(this, "refusal", Optional.empty());
  private Set<Integer> carried = Set.of();

  /** The current gesture, if any. */
  public ReadOnlyObjectProperty<Optional<Conversation>> conversationProperty() {
    return conversation.getReadOnlyProperty();
  }

  public void begin(Conversation begun) {
    cancel();
    refuse(Optional.empty());
    conversation.set(Optional.of(begun));
  }

  public void moveTo(double x, double y) {
    conversation.get().ifPresent(c -> c.move(x, y));
  }

  public void commit() {
    Optional<Conversation> ending = conversation.get();
    conversation.set(Optional.empty());
    ending.ifPresent(Conversation::commit);
  }

  public void cancel() {
    Optional<Conversation> ending = conversation.get();
    conversation.set(Optional.empty());
    ending.ifPresent(Conversation::cancel);
  }

  public ReadOnlyObjectProperty<Shift> shiftProperty() {
    return shift.getReadOnlyProperty();
  }

  Shift shift() {
    return shift.get();
  }

  void shift(Shift moved) {
    shift.set(moved);
  }

  /** Nodes that the last edit put where they were dragged: not animated. */
  public Set<Integer> carried() {
    return carried;
  }

  void carry(Set<Integer> nodes, Runnable edit) {
    carried = nodes;
    edit.run();
    carried = Set.of();
  }

  public ReadOnlyObjectProperty<Optional<Box>> frameProperty() {
    return frame.getReadOnlyProperty();
  }

  public void frame(Optional<Box> drawn) {
    frame.set(drawn);
  }

  public ReadOnlyObjectProperty<Optional<Draft>> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  public Optional<Draft> draft() {
    return draft.get();
  }

  public ReadOnlyObjectProperty<Optional<Shift>> copiesProperty() {
    return copies.getReadOnlyProperty();
  }

  public void copies(Optional<Shift> dragged) {
    copies.set(dragged);
  }

  void draft(Optional<Draft> drawn) {
    draft.set(drawn);
  }

  public ReadOnlyObjectProperty<Optional<Ghost>> ghostProperty() {
    return ghost.getReadOnlyProperty();
  }

  public Optional<Ghost> ghost() {
    return ghost.get();
  }

  void ghost(Optional<Ghost> brought) {
    ghost.set(brought);
  }

  /** Open choice of a layer at the end of a wire. */
  public ReadOnlyObjectProperty<Optional<LayerChoice>> choiceProperty() {
    return choice.getReadOnlyProperty();
  }

  void choose(Optional<LayerChoice> opened) {
    choice.set(opened);
  }

  /** Why the last wire was refused; cleared by the next action. */
  public ReadOnlyObjectProperty<Optional<Problem>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  public void refuse(Optional<Problem> problem) {
    refusal.set(problem);
  }
}
