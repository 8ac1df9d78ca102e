// What a script adds to the pages: files can be dropped, sending shows how far it is, and a receipt
// has a button. Everything works without it.
"use strict";

function told(form, text) {
  form.querySelector(".state").textContent = text;
}

// Dropped on the field of last year's report it is that, elsewhere the workbook.
function chosen(form, files, target) {
  const field = target.closest(".field");
  const input = (field || form).querySelector("input[type=file]");
  const held = new DataTransfer();
  held.items.add(files[0]);
  input.files = held.files;
  const what = input.name === "last" ? "上年的报告" : "已选择";
  told(form, `${what}：${files[0].name}`);
  form.querySelector("button").focus();
}

function size(form) {
  return [...form.querySelectorAll("input[type=file]")]
    .flatMap(input => [...input.files])
    .reduce((sum, file) => sum + file.size, 0);
}

function answered(request, form) {
  const progress = form.querySelector("progress");
  const button = form.querySelector("button");
  progress.hidden = true;
  button.disabled = false;
  if (request.status === 200 && request.responseURL.includes("/r/")) {
    told(form, "检查完了。");
    location.assign(request.responseURL);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  const said = page.querySelector("[role=alert]");
  told(form, said ? said.textContent : "没有做成，请再试一次。");
}

function send(form, event) {
  event.preventDefault();
  const most = Number(form.dataset.largest);
  if (size(form) > most) {
    told(form, `文件太大：最大 ${Math.floor(most / 1048576)} MB。请删除插入的图片，另存后再试。`);
    return;
  }
  const progress = form.querySelector("progress");
  const button = form.querySelector("button");
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.upload.addEventListener("progress", event => {
    progress.value = event.lengthComputable ? (100 * event.loaded) / event.total : 0;
  });
  request.upload.addEventListener("load", () => {
    progress.removeAttribute("value");
    told(form, "文件已传完，正在检查……");
  });
  request.addEventListener("load", () => answered(request, form));
  for (const lost of ["error", "timeout", "abort"]) {
    request.addEventListener(lost, () => {
      progress.hidden = true;
      button.disabled = false;
      told(form, "没有传成：网络中断，或者文件在选择之后改动过。请重新选择文件再试。");
    });
  }
  progress.hidden = false;
  progress.value = 0;
  button.disabled = true;
  told(form, "正在上传……");
  request.send(new FormData(form));
}

function droppable(form) {
  form.addEventListener("submit", event => send(form, event));
  form.addEventListener("dragover", event => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", event => {
    event.preventDefault();
    form.classList.remove("over");
    const files = event.dataTransfer.files;
    if (files.length === 1) chosen(form, files, event.target);
    else told(form, files.length ? "一次检查一个文件，请只拖一个。" : "拖进来的不是文件。");
  });
  told(form, "也可以把文件拖到这里。");
}

// A file that misses the form must not replace the page.
for (const name of ["dragover", "drop"]) {
  window.addEventListener(name, event => event.preventDefault());
}
window.addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button")) button.disabled = false;
});
for (const form of document.querySelectorAll("form.upload")) droppable(form);
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
