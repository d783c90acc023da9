package studio.backprop.ui.workspace.run;

import studio.backprop.ui.kit.Token;

/** Colour of a branch, the same on the time line, in the curves and on its card. */
public final class BranchColours {
  private static final Token[] COLOURS = {
    Token.ACCENT_TEXT, Token.TIME, Token.GROUP_GRAPH, Token.RIBBON_EXPLODING, Token.GROUP_SEQUENCE, Token.GROUP_MERGE, Token.WARN, Token.MUT
  };

  private BranchColours() {}

  public static Token of(Branch branch) {
    return COLOURS[branch.number() % COLOURS.length];
  }
}
