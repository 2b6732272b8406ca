"""The colours of a figure by day and by night; parts that are further away have a darker shade, named `-far`."""

DAY = {
    "paper": "#fbfaf6", "skin": "#e6b695", "skin-far": "#cf9f80", "shirt": "#3f8f7a", "shirt-far": "#2f7262",
    "trousers": "#46597a", "trousers-far": "#364764", "hair": "#4a3428", "warm": "#ef6a3a", "arrow": "#b03a12",
    "floor": "#ece6d8", "mat": "#dfe7df", "mat-edge": "#c3d0c5", "bed": "#eef0f4", "bed-edge": "#d5dae3",
    "wood": "#d3b48e", "wood-edge": "#b99a74", "pillow": "#f7e3b8", "pillow-edge": "#e5cc96",
}  # fmt: skip
NIGHT = {
    "paper": "#14201c", "skin": "#c8946f", "skin-far": "#9a6f52", "shirt": "#5fae97", "shirt-far": "#3f7a69",
    "trousers": "#7488ac", "trousers-far": "#53637f", "hair": "#8a6a55", "warm": "#ff8a5c", "arrow": "#ffb08c",
    "floor": "#202c28", "mat": "#24362f", "mat-edge": "#1b2a24", "bed": "#2b3440", "bed-edge": "#222a34",
    "wood": "#57452f", "wood-edge": "#463725", "pillow": "#5d5136", "pillow-edge": "#4b412b",
}  # fmt: skip
