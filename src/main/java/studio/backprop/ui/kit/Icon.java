package studio.backprop.ui.kit;

import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.layer.LayerType;

/** Icons of the window, from Material Design 2; colour and size come from the style sheet. */
public enum Icon {
  // transport
  PLAY("mdi2p-play"), PAUSE("mdi2p-pause"), STEP("mdi2s-step-forward"), STEP_BACK("mdi2s-step-backward"),
  STEP_OVER("mdi2a-arrow-expand-right"),
  RESET("mdi2s-skip-previous"), NEW_WEIGHTS("mdi2d-dice-multiple-outline"), DIE("mdi2d-dice-5-outline"),
  SPEED("mdi2s-speedometer"), STOP("mdi2s-stop"),
  LOOP("mdi2r-repeat"), REFRESH("mdi2r-refresh"),
  // document
  UNDO("mdi2u-undo"), REDO("mdi2r-redo"), NEW("mdi2f-file-plus-outline"), OPEN("mdi2f-folder-open-outline"),
  SAVE("mdi2c-content-save-outline"), SAVE_AS("mdi2c-content-save-edit-outline"), COPY("mdi2c-content-copy"), PASTE("mdi2c-content-paste"),
  DELETE("mdi2d-delete-outline"), RENAME("mdi2p-pencil-outline"), EXPORT("mdi2t-tray-arrow-up"), IMPORT("mdi2t-tray-arrow-down"),
  RECENT("mdi2h-history"), PICTURE("mdi2i-image-outline"), ERASER("mdi2e-eraser"), DOT("mdi2c-circle"),
  // window
  NEW_WINDOW("mdi2o-open-in-new"), LANGUAGE("mdi2t-translate"), MOON("mdi2w-weather-night"), SUN("mdi2w-white-balance-sunny"),
  PRESENT("mdi2p-presentation"),
  SETTINGS("mdi2c-cog-outline"), HELP("mdi2h-help-circle-outline"), MENU("mdi2m-menu"), MORE("mdi2d-dots-horizontal"), CLOSE("mdi2c-close"),
  SEARCH("mdi2m-magnify"), FILTER("mdi2f-filter-outline"), KEYBOARD("mdi2k-keyboard-outline"), FULL_SCREEN("mdi2f-fullscreen"),
  CHEVRON_DOWN("mdi2c-chevron-down"), CHEVRON_UP("mdi2c-chevron-up"), CHEVRON_LEFT("mdi2c-chevron-left"),
  CHEVRON_RIGHT("mdi2c-chevron-right"),
  UNFOLD("mdi2c-chevron-double-right"), FOLD("mdi2c-chevron-double-left"),
  // rooms
  LAYERS("mdi2l-layers-triple-outline"), DATA("mdi2t-table"), LESSONS("mdi2s-school-outline"), DOCTOR("mdi2s-stethoscope"),
  RUNS("mdi2f-format-list-bulleted"), LANDSCAPE("mdi2i-image-filter-hdr"),
  BRANCH("mdi2s-source-branch"), TWINS("mdi2c-compare"), BOOKMARK("mdi2b-bookmark"),
  EXPERIMENT("mdi2f-flask-outline"), TUNE("mdi2t-tune-variant"),
  FORMULA("mdi2f-function-variant"), DEBUGGER("mdi2d-debug-step-over"), GRAPH("mdi2g-graph-outline"), TARGET("mdi2t-target"),
  AHEAD("mdi2c-circle-outline"),
  IDEA("mdi2l-lightbulb-outline"), CURVE("mdi2c-chart-line"), BARS("mdi2c-chart-bar"), POINTS("mdi2c-chart-scatter-plot"),
  SEQUENCE("mdi2t-text"), NO_TABLE("mdi2t-table-off"), HOME("mdi2h-home-outline"), ARROW_RIGHT("mdi2a-arrow-right"),
  TOUR("mdi2s-sign-direction"), GLOSSARY("mdi2b-book-alphabet"), WORKSHEET("mdi2c-clipboard-edit-outline"),
  // canvas
  STRUCTURE("mdi2s-sitemap-outline"), ACTIVATIONS("mdi2g-grid"), GRADIENTS("mdi2s-sine-wave"), WEIGHTS("mdi2s-scale-balance"),
  CHANGE("mdi2d-delta"),
  DIFFERENCE("mdi2v-vector-difference"), COMPARE("mdi2s-swap-horizontal"),
  MINUS("mdi2m-minus"), PLUS("mdi2p-plus"), FIT("mdi2f-fit-to-screen-outline"), TIDY("mdi2a-auto-fix"), LENS("mdi2m-magnify-plus-outline"),
  WIDEN("mdi2a-arrow-expand-horizontal"), SHRINK("mdi2a-arrow-collapse-all"), LINK("mdi2v-vector-line"), LOCK("mdi2l-lock-outline"),
  UNLOCK("mdi2l-lock-open-outline"), EYE("mdi2e-eye-outline"), ARRANGE("mdi2a-align-horizontal-left"), CUT("mdi2c-content-cut"),
  SELECT_ALL("mdi2s-select-all"),
  MAP("mdi2m-map-outline"), NOTE("mdi2n-note-plus-outline"), COLOUR("mdi2p-palette-outline"), GROUP("mdi2g-group"),
  UNGROUP("mdi2u-ungroup"),
  // status
  CHECK("mdi2c-check"), OK("mdi2c-check-circle-outline"), PROBLEM("mdi2a-alert-circle"), WARNING("mdi2a-alert-outline"),
  INFO("mdi2i-information-outline"), FAULT("mdi2f-flash-alert"), NO_ENTRY("mdi2c-close-circle"), WAITS("mdi2t-timer-sand");

  private final String code;

  Icon(String code) {
    this.code = code;
  }

  public static FontIcon of(LayerType type) {
    return new FontIcon("mdi2" + type.icon().charAt(0) + "-" + type.icon());
  }

  String code() {
    return code;
  }

  /** New node with this icon; decorative: the control that contains it has the accessible name. */
  public FontIcon view() {
    return new FontIcon(code);
  }
}
