package studio.backprop.ui.inside.debugger;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.derivation.CentralDifference;
import studio.backprop.derivation.Subject;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;

/** Comparison of the shown gradient with a central difference. */
final class GradientCheck {
  private final ReadOnlyObjectWrapper<Optional<CentralDifference>> found = new ReadOnlyObjectWrapper<>(this, "found", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Message>> trouble = new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
  private final DocumentModel document;
  private final Inquiry inquiry;
  private final ReadOnlyObjectProperty<Explained> answer;

  GradientCheck(DocumentModel document, Inquiry inquiry, ReadOnlyObjectProperty<Explained> answer) {
    this.document = document;
    this.inquiry = inquiry;
    this.answer = answer;
  }

  /** The last central difference, while it belongs to the shown number. */
  ReadOnlyObjectProperty<Optional<CentralDifference>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** Why the last comparison failed. */
  ReadOnlyObjectProperty<Optional<Message>> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /** Whether a number can be perturbed: nothing overwrites it in the forward pass. */
  boolean possible(Subject number) {
    return number.isWeight() || document.network().find(number.node()).filter(node -> node.layer().isInput()).isPresent();
  }

  void start() {
    trouble.set(Optional.empty());
    answer.get().explanation().ifPresent(shown -> inquiry.check(shown, difference -> {
      if (answer.get().explanation().filter(shown::equals).isPresent()) {
        found.set(Optional.of(difference));
      }
    }, why -> trouble.set(Optional.of(why))));
  }

  /** Discards the result when another number is shown. */
  void forget() {
    found.set(Optional.empty());
    trouble.set(Optional.empty());
  }
}
