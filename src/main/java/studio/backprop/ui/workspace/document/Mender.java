package studio.backprop.ui.workspace.document;

import java.util.Optional;
import studio.backprop.network.repair.Repair;

/** Carries out a repair that a panel offers, and shows beforehand what it would do. */
public interface Mender {
  /** Shows what a repair would do, or no longer. */
  void preview(Optional<Repair> repair);

  /** Does what a repair promises. */
  void mend(Repair repair);
}
